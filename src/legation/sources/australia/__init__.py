"""Australia: the local contacts that Smartraveller gives Australians for each destination."""
