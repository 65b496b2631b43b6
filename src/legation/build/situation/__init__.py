"""From captures and live sources of advice, conflicts and alerts to text and to the local history."""
