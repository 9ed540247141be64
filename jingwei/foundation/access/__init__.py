"""Access: what a post may do. Permissions are nested in permissions.yaml, roles.yaml gives them to roles,
a route declares what it needs, an actor is a person acting through one post.
"""
