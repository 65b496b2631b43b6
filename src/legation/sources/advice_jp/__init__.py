"""The Ministry of Foreign Affairs of Japan: overseas safety information."""
