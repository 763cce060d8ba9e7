using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Engine;

/// <summary>The numbers that one cell reads.</summary>
sealed class CellInputs<R>
    where R : struct, IReal<R>
{
    readonly Cell cell;
    readonly R[][] numbers;

    CellInputs(Cell cell, R[][] numbers) => (this.cell, this.numbers) = (cell, numbers);

    /// <summary>The right class of a row, where the target holds class indices.</summary>
    public int? Label => cell.Label;

    /// <summary>The numbers of one argument; none where it was not given.</summary>
    public ReadOnlySpan<R> this[string name]
    {
        get
        {
            for (int i = 0; i < numbers.Length; i++)
            {
                if (cell.Elements[i].Name == name)
                    return numbers[i];
            }

            return [];
        }
    }

    public static CellInputs<R> Of(Cell cell, Arguments<R> arguments)
    {
        var numbers = new R[cell.Elements.Count][];
        for (int i = 0; i < numbers.Length; i++)
        {
            (string name, int[] elements) = cell.Elements[i];
            R[] source = arguments[name].Numbers;
            numbers[i] = Array.ConvertAll(elements, e => source[e]);
        }

        return new(cell, numbers);
    }

    /// <summary>Whether an argument was given.</summary>
    public bool Has(string name) => !this[name].IsEmpty;

    /// <summary>The same numbers, one of which is differentiated by.</summary>
    public CellInputs<Dual<R>> Seeded(string name, int position, R seed)
    {
        Dual<R>[][] seeded = Array.ConvertAll(numbers, all => Array.ConvertAll(all, Dual<R>.Constant));
        for (int i = 0; i < seeded.Length; i++)
        {
            if (cell.Elements[i].Name == name)
                seeded[i][position] = new(numbers[i][position], seed);
        }

        return new(cell, seeded);
    }
}
