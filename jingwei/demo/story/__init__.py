"""What has happened in the demo's year, told through the real actions, so that every step is in the record.

`story.yaml` says what happened; `stage.py` turns the clock and lets people act; one module for each kind of event.
"""
