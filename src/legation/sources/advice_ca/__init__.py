"""Global Affairs Canada: travel advice and advisories."""
