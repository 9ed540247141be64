"""Evidence 佐证材料: files attached to anything, each content stored once, served only by permission.

Words: stored file (a content, named by its SHA-256), attachment (that content, hung on a row of ours under a name).
A file is judged by its structure, never by its name; photographs are written anew without place, time and device.

structure  what may come in, and in what form it is kept      photographs  pictures without their metadata
store      the folder of contents (settings.EVIDENCE_ROOT)     delivery     how a file leaves
"""
