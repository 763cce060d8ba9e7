using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Engine;

/// <summary>
/// The derivatives of groups with respect to their inputs: in reverse mode all at once, and hulled with forward mode, which rounds
/// differently.
/// </summary>
/// <param name="groups">The inputs of the groups.</param>
/// <param name="names">The arguments to differentiate with respect to.</param>
/// <param name="evaluate">Evaluates a group: one number, in one natural form or several.</param>
/// <param name="factors">The factors of the cotangent of a group, one list for each natural way to apply them.</param>
sealed class Derivatives<R>(
    GroupInputs<R>[] groups, IReadOnlyCollection<string> names, Func<GroupInputs<Adjoint<R>>, int, Adjoint<R>[]> evaluate,
    Func<int, IEnumerable<Factor<R>[]>> factors)
    where R : struct, IReal<R>
{
    // Forward mode evaluates the whole group again for every element.
    const int LongestForward = 33;

    readonly Tape<R> tape = new();
    readonly Backward?[] all = new Backward?[groups.Length];

    /// <summary>The derivative in autograd's order.</summary>
    public R Backwards(int group, string name, int position)
    {
        Backward own = all[group] ??= Of(group);
        foreach ((string candidate, int start) in own.Starts)
        {
            if (candidate == name)
                return own.Derivatives[start + position];
        }

        return R.Zero;
    }

    /// <summary>
    /// The hull of the forward-mode and reverse-mode derivatives; for points, the one that is given. For a long group, that in reverse mode,
    /// whose products may be associated otherwise.
    /// </summary>
    public R Either(Func<R> forward, int group, string name, int position) =>
        groups[group].Longest > LongestForward ? Order.AnyAssociation(Backwards(group, name, position))
            : R.KeepsFirst ? forward() : R.Hull(forward(), Backwards(group, name, position));

    Backward Of(int group)
    {
        tape.Clear();
        tape.IsLong = groups[group].Longest > LongestForward;
        GroupInputs<Adjoint<R>> taped = groups[group].OnTape(tape, names, out IReadOnlyList<(string, int)> starts);
        Adjoint<R>[] forms = evaluate(taped, group);
        R[]? hull = null;
        foreach (Factor<R>[] way in factors(group))
        {
            R cotangent = Order.Product<R>(way);
            foreach (Adjoint<R> form in forms)
            {
                Add(tape.Gradient(form, cotangent));
                // The contributions to an element of a row can cancel, so it matters whether their sum or each of them is scaled.
                if (way.Length > 0 && tape.Variables > names.Count)
                    Add(Array.ConvertAll(tape.Gradient(form, R.One), derivative => Order.After<R>(derivative, way)));
            }
        }

        return new(starts, hull!);

        void Add(R[] one) => hull = hull is null ? one : [.. hull.Zip(one, R.Hull)];
    }

    sealed record Backward(IReadOnlyList<(string Name, int Start)> Starts, R[] Derivatives);
}
