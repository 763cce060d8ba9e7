namespace ParityNet.Definitions.Numbers;

public sealed partial class Tape<R>
{
    // All combinations of up to this many undecided branches are followed; at any further one the cotangent goes to both branches.
    const int MostBranches = 4;

    // The choices between forms that each of many alike computations has; a further one goes with the first.
    const int MostForms = 2;

    // The conditions of the branches that are followed.
    readonly Truth[] conditions = new Truth[MostBranches];

    // The contributions to the cotangent of each node so far, as linked lists.
    int[] heads = [], next = new int[FirstCapacity];
    R[] contributions = new R[FirstCapacity], chain = new R[FirstCapacity];
    int used;

    /// <summary>The derivatives of a number with respect to every variable, times a cotangent.</summary>
    /// <param name="output">A number on this tape, or a constant.</param>
    /// <param name="cotangent">The cotangent of the number, at which the backward sweep starts.</param>
    /// <returns>One derivative per variable, in their order; 0 for a variable that the number does not depend on.</returns>
    public R[] Gradient(Adjoint<R> output, R cotangent)
    {
        return output.IsConstant
            ? [.. Enumerable.Repeat(R.Zero, variables.Count)]
            : Follow(output.Position, cotangent, 0, 0);
    }

    // Branches are discovered during the backward sweep, so the combinations to follow become known only then.
    R[] Follow(int output, R cotangent, int taken, int followed)
    {
        int open = Sweep(output, cotangent, taken) & ~followed;
        if (open == 0)
            return [.. variables.Select(position => position <= output && heads[position] >= 0 ? Total(position) : R.Zero)];
        int branch = open & -open;
        Truth condition = conditions[int.TrailingZeroCount(branch)];
        R[] first = Follow(output, cotangent, taken, followed | branch), second = Follow(output, cotangent, taken | branch, followed | branch);
        return [.. first.Zip(second, (a, b) => R.Where(condition, a, b))];
    }

    // Returns the branches that were met, one bit each.
    int Sweep(int output, R cotangent, int taken)
    {
        if (heads.Length <= output)
            heads = new int[nodes.Length];
        Array.Fill(heads, -1, 0, output + 1);
        (used, int met) = (0, 0);
        Give(output, cotangent);
        for (int at = output; at >= 0; at--)
        {
            ref Node node = ref nodes[at];
            if (heads[at] < 0 || node.Rule == Rule.Variable)
                continue;
            R g = Total(at);
            if (node.Rule == Rule.Branch && node.Ordinal < MostBranches)
            {
                met |= 1 << node.Ordinal;
                conditions[node.Ordinal] = node.IsA;
                Give((taken >> node.Ordinal & 1) == 0 ? node.A : node.B, g);
                continue;
            }

            Carry(node, g);
        }

        return met;
    }

    void Carry(in Node node, R g)
    {
        switch (node.Rule)
        {
            case Rule.Negation:
                Give(node.A, -g);
                break;
            case Rule.Sum:
                for (int i = 0; i < node.B; i++)
                    Give(links[node.A + i], g);
                break;
            case Rule.Difference:
                Give(node.A, g);
                Give(node.B, -g);
                break;
            case Rule.Times:
                Give(node.A, g * node.First);
                break;
            case Rule.TimesTwice:
                Give(node.A, g * node.First * node.Second);
                break;
            case Rule.Over:
                Give(node.A, g / node.First);
                break;
            case Rule.Product:
                Give(node.A, g * node.Second);
                Give(node.B, g * node.First);
                break;
            case Rule.Quotient:
                if (node.A >= 0)
                    Give(node.A, g / node.First);
                Give(node.B, -g * node.Second);
                break;
            case Rule.Choice:
                Give(node.A, R.Where(node.IsA, g, R.Where(node.IsB, R.Zero, R.Half * g)));
                Give(node.B, R.Where(node.IsB, g, R.Where(node.IsA, R.Zero, R.Half * g)));
                break;
            default:
                Give(node.A, R.Where(node.IsA, g, R.Zero));
                Give(node.B, R.Where(node.IsA, R.Zero, g));
                break;
        }
    }

    void Give(int position, R contribution)
    {
        if (position < 0)
            return;
        if (used == contributions.Length)
        {
            Array.Resize(ref contributions, 2 * used);
            Array.Resize(ref next, 2 * used);
        }

        contributions[used] = contribution;
        next[used] = heads[position];
        heads[position] = used++;
    }

    // Autograd accumulates in an order of its own.
    R Total(int position)
    {
        int last = heads[position];
        if (next[last] < 0)
            return contributions[last];
        int length = 0;
        for (int at = last; at >= 0; at = next[at])
        {
            if (length == chain.Length)
                Array.Resize(ref chain, 2 * length);
            chain[length++] = contributions[at];
        }

        return R.Sum(chain.AsSpan(0, length), SumClass.Any);
    }
}
