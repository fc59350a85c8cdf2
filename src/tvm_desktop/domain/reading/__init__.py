"""How easy a text reads: counted by LIX, in words of any language, and only ever advice."""
