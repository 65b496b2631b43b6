"""The rules, one module a family, one function a ground. Each takes the asker and the scene and gives offers."""
