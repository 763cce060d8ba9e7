namespace ParityNet.Parity.Proving;

/// <summary>How many elements of one output are wrong.</summary>
/// <param name="Output"><c>value</c>, <c>grads.input</c>, <c>params</c>, <c>state.exp_avg</c>.</param>
/// <param name="Wrong">The number of wrong elements.</param>
/// <param name="All">The number of all elements.</param>
/// <param name="Where">The inputs on which they are wrong, in words; null where no simple region was found.</param>
public sealed record OutputCount(string Output, long Wrong, long All, string? Where);
