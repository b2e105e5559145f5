"""The look: base templates, design tokens, components, icons and tags."""
