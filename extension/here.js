// Injected to ask one thing: is the document that was read still there? Arriving is the answer.
true;
