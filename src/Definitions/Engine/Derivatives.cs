using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Engine;

/// <summary>The derivatives of cells by the numbers that they read: backward by all at once, and forward by each where that has another form.</summary>
/// <param name="cells">What the cells read.</param>
/// <param name="names">The arguments to differentiate by.</param>
/// <param name="evaluate">What a cell gives: one number, in one natural form or several.</param>
/// <param name="cotangents">What the derivatives of a cell are multiplied by: one number, in one natural form or several.</param>
sealed class Derivatives<R>(
    CellInputs<R>[] cells, IReadOnlyCollection<string> names, Func<CellInputs<Adjoint<R>>, int, Adjoint<R>[]> evaluate, Func<int, IEnumerable<R>> cotangents)
    where R : struct, IReal<R>
{
    readonly Tape<R> tape = new();
    readonly Backward?[] all = new Backward?[cells.Length];

    /// <summary>The derivative in autograd's order.</summary>
    public R Backwards(int cell, string name, int position)
    {
        Backward own = all[cell] ??= Of(cell);
        foreach ((string candidate, int start) in own.Starts)
        {
            if (candidate == name)
                return own.Derivatives[start + position];
        }

        return R.Zero;
    }

    /// <summary>The derivative in either order; of points, which have one, that which is given.</summary>
    public R Either(R forward, int cell, string name, int position) =>
        R.KeepsFirst ? forward : R.Hull(forward, Backwards(cell, name, position));

    Backward Of(int cell)
    {
        tape.Clear();
        CellInputs<Adjoint<R>> taped = cells[cell].OnTape(tape, names, out IReadOnlyList<(string, int)> starts);
        Adjoint<R>[] forms = evaluate(taped, cell);
        R[]? hull = null;
        foreach (R cotangent in cotangents(cell))
        {
            foreach (Adjoint<R> form in forms)
            {
                R[] one = tape.Gradient(form, cotangent);
                for (int i = 0; hull is not null && i < one.Length; i++)
                    one[i] = R.Hull(hull[i], one[i]);
                hull = one;
            }
        }

        return new(starts, hull!);
    }

    sealed record Backward(IReadOnlyList<(string Name, int Start)> Starts, R[] Derivatives);
}
