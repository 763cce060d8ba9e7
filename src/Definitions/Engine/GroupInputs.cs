using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Engine;

/// <summary>The inputs of one group.</summary>
sealed class GroupInputs<R>
    where R : struct, IReal<R>
{
    readonly OutputGroup group;
    readonly R[][] numbers;
    readonly Lazy<Exponentials<R>> exponentials;
    readonly Dictionary<string, object> once = [];

    GroupInputs(OutputGroup group, R[][] numbers, Func<Exponentials<R>>? exponentials = null)
    {
        (this.group, this.numbers) = (group, numbers);
        this.exponentials = new(exponentials ?? (() => new(this["input"])));
    }

    /// <summary>The exponentials of the row of logits.</summary>
    public Exponentials<R> Exponentials => exponentials.Value;

    /// <summary>The right class of a row, if the target holds class indices.</summary>
    public int? Label => group.Label;

    /// <summary>The right classes of a row, if the target lists several.</summary>
    public int[] Labels => group.Labels ?? [];

    /// <summary>The number of elements of the longest argument.</summary>
    public int Longest => numbers.Length == 0 ? 0 : numbers.Max(all => all.Length);

    /// <summary>The elements of one argument; empty if it was not given.</summary>
    public ReadOnlySpan<R> this[string name] => IndexOf(name) is >= 0 and int at ? numbers[at] : [];

    public static GroupInputs<R> Of(OutputGroup group, Arguments<R> arguments)
    {
        var numbers = new R[group.Elements.Count][];
        for (int i = 0; i < numbers.Length; i++)
        {
            (string name, int[] elements) = group.Elements[i];
            R[] source = arguments[OutputGroup.OperandOf(name)].Numbers;
            numbers[i] = Array.ConvertAll(elements, e => source[e]);
        }

        return new(group, numbers);
    }

    /// <summary>What all elements of the group share, computed when the first of them needs it.</summary>
    public TShared Once<TShared>(string name, Func<TShared> compute)
        where TShared : notnull
    {
        if (!once.TryGetValue(name, out object? shared))
            once[name] = shared = compute();
        return (TShared)shared;
    }

    /// <summary>Whether an argument was given.</summary>
    public bool Has(string name) => !this[name].IsEmpty;

    /// <summary>The same inputs with another first element of an argument.</summary>
    public GroupInputs<R> With(string name, R number)
    {
        R[][] changed = [.. numbers];
        changed[IndexOf(name)] = [number, .. numbers[IndexOf(name)][1..]];
        return new(group, changed);
    }

    /// <summary>The same inputs with one element seeded for forward-mode differentiation.</summary>
    public GroupInputs<Dual<R>> Seeded(string name, int position, R seed)
    {
        Dual<R>[][] seeded = Array.ConvertAll(numbers, all => Array.ConvertAll(all, Dual<R>.Constant));
        int at = IndexOf(name);
        seeded[at][position] = new(numbers[at][position], seed);
        return new(group, seeded, () => Exponentials.Seeded(seeded[IndexOf("input")]));
    }

    /// <summary>The same inputs, with the elements of some arguments as variables of a tape.</summary>
    /// <param name="tape">The tape.</param>
    /// <param name="names">The arguments to differentiate with respect to.</param>
    /// <param name="starts">The position of each argument's first variable on the tape.</param>
    public GroupInputs<Adjoint<R>> OnTape(Tape<R> tape, IReadOnlyCollection<string> names, out IReadOnlyList<(string Name, int Start)> starts)
    {
        var taped = new Adjoint<R>[numbers.Length][];
        var all = new List<(string, int)>();
        int count = 0;
        for (int i = 0; i < numbers.Length; i++)
        {
            bool isVariable = names.Contains(group.Elements[i].Name);
            taped[i] = Array.ConvertAll<R, Adjoint<R>>(numbers[i], isVariable ? tape.Variable : Adjoint<R>.Constant);
            if (!isVariable)
                continue;
            all.Add((group.Elements[i].Name, count));
            count += numbers[i].Length;
        }

        starts = all;
        return new(group, taped);
    }

    int IndexOf(string name)
    {
        for (int i = 0; i < numbers.Length; i++)
        {
            if (group.Elements[i].Name == name)
                return i;
        }

        return -1;
    }
}
