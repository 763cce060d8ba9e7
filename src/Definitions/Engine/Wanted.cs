namespace ParityNet.Definitions;

/// <summary>The elements of the value and of the gradients of an op that are evaluated; the others are NaN.</summary>
/// <remarks>A few elements of a long result cost little, although each of them is computed from all arguments.</remarks>
/// <param name="Value">The indices of elements of the value, row-major; null for all.</param>
/// <param name="Gradients">The indices by argument; every element of an argument that is not listed.</param>
public sealed record Wanted(IReadOnlySet<int>? Value, IReadOnlyDictionary<string, IReadOnlySet<int>> Gradients)
{
    /// <summary>Every element.</summary>
    public static Wanted All { get; } = new(null, new Dictionary<string, IReadOnlySet<int>>());

    internal bool HasValue(int index) => Value is null || Value.Contains(index);

    internal bool HasGradient(string name, int index) => !Gradients.TryGetValue(name, out IReadOnlySet<int>? some) || some.Contains(index);
}
