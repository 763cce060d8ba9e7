namespace ParityNet.Tests.Ops;

/// <summary>A page of one kind of op.</summary>
sealed record Page(string File, string Title, string Introduction);
