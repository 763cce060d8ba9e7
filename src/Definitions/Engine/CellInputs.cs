using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Engine;

/// <summary>The numbers that one cell reads.</summary>
sealed class CellInputs<R>
    where R : struct, IReal<R>
{
    readonly Cell cell;
    readonly R[][] numbers;
    readonly Lazy<Exponentials<R>> exponentials;

    CellInputs(Cell cell, R[][] numbers, Func<Exponentials<R>>? exponentials = null)
    {
        (this.cell, this.numbers) = (cell, numbers);
        this.exponentials = new(exponentials ?? (() => new(this["input"])));
    }

    /// <summary>The exponentials of the row of scores.</summary>
    public Exponentials<R> Exponentials => exponentials.Value;

    /// <summary>The right class of a row, where the target holds class indices.</summary>
    public int? Label => cell.Label;

    /// <summary>The right classes of a row, where the target lists several.</summary>
    public int[] Labels => cell.Labels ?? [];

    /// <summary>The numbers of one argument; none where it was not given.</summary>
    public ReadOnlySpan<R> this[string name] => IndexOf(name) is >= 0 and int at ? numbers[at] : [];

    public static CellInputs<R> Of(Cell cell, Arguments<R> arguments)
    {
        var numbers = new R[cell.Elements.Count][];
        for (int i = 0; i < numbers.Length; i++)
        {
            (string name, int[] elements) = cell.Elements[i];
            R[] source = arguments[Cell.OperandOf(name)].Numbers;
            numbers[i] = Array.ConvertAll(elements, e => source[e]);
        }

        return new(cell, numbers);
    }

    /// <summary>Whether an argument was given.</summary>
    public bool Has(string name) => !this[name].IsEmpty;

    /// <summary>The same numbers, but for the first one of an argument.</summary>
    public CellInputs<R> With(string name, R number)
    {
        R[][] changed = [.. numbers];
        changed[IndexOf(name)] = [number, .. numbers[IndexOf(name)][1..]];
        return new(cell, changed);
    }

    /// <summary>The same numbers, one of which is differentiated by.</summary>
    public CellInputs<Dual<R>> Seeded(string name, int position, R seed)
    {
        Dual<R>[][] seeded = Array.ConvertAll(numbers, all => Array.ConvertAll(all, Dual<R>.Constant));
        int at = IndexOf(name);
        seeded[at][position] = new(numbers[at][position], seed);
        return new(cell, seeded, () => Exponentials.Seeded(seeded[IndexOf("input")]));
    }

    /// <summary>The same numbers, those of some arguments as variables of a tape.</summary>
    /// <param name="tape">The tape.</param>
    /// <param name="names">The arguments to differentiate by.</param>
    /// <param name="starts">Which variable of the tape is the first of each argument.</param>
    public CellInputs<Adjoint<R>> OnTape(Tape<R> tape, IReadOnlyCollection<string> names, out IReadOnlyList<(string Name, int Start)> starts)
    {
        var taped = new Adjoint<R>[numbers.Length][];
        var all = new List<(string, int)>();
        int count = 0;
        for (int i = 0; i < numbers.Length; i++)
        {
            bool isVariable = names.Contains(cell.Elements[i].Name);
            taped[i] = Array.ConvertAll<R, Adjoint<R>>(numbers[i], isVariable ? tape.Variable : Adjoint<R>.Constant);
            if (!isVariable)
                continue;
            all.Add((cell.Elements[i].Name, count));
            count += numbers[i].Length;
        }

        starts = all;
        return new(cell, taped);
    }

    int IndexOf(string name)
    {
        for (int i = 0; i < numbers.Length; i++)
        {
            if (cell.Elements[i].Name == name)
                return i;
        }

        return -1;
    }
}
