using System.Collections.Immutable;

namespace ParityNet;

/// <summary>A list that compares by its elements, so that a record with such a list compares by value.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="items">The elements; a default list counts as empty.</param>
readonly struct ByItems<T>(ImmutableArray<T> items) : IEquatable<ByItems<T>>
{
    readonly ImmutableArray<T> items = items;

    /// <summary>The elements.</summary>
    public ImmutableArray<T> Items => items.IsDefault ? [] : items;

    public static implicit operator ByItems<T>(ImmutableArray<T> items) => new(items);

    public bool Equals(ByItems<T> other) => Items.SequenceEqual(other.Items);

    public override bool Equals(object? obj) => obj is ByItems<T> other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (T item in Items)
            hash.Add(item);
        return hash.ToHashCode();
    }
}
