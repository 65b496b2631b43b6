"""The Dutch Ministry of Foreign Affairs: reisadvies."""
