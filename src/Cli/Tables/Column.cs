namespace ParityNet.Cli.Tables;

/// <summary>One typed column of a table.</summary>
/// <param name="Name">Its name.</param>
abstract record Column(string Name)
{
    /// <summary>The number of rows.</summary>
    public abstract int Count { get; }

    /// <summary>What its cells are, for people: <c>numbers</c>, <c>categories</c> and so on.</summary>
    public abstract string Kind { get; }

    /// <summary>Whether a row has no value.</summary>
    public abstract bool IsMissing(int row);

    /// <summary>Some of its rows, in a given order.</summary>
    public abstract Column Take(IReadOnlyList<int> rows);

    /// <summary>The number of different values.</summary>
    public abstract int Distinct { get; }
}
