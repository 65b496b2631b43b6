"""The Australian Department of Foreign Affairs and Trade: Smartraveller."""
