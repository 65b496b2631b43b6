"""The British Foreign, Commonwealth and Development Office: travel advice."""
