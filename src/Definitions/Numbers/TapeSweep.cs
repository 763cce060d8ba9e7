namespace ParityNet.Definitions.Numbers;

public sealed partial class Tape<R>
{
    // Of so many undecided branches all combinations are followed, of any more both at once.
    const int MostBranches = 4;

    // Of the branches that are followed.
    readonly Truth[] conditions = new Truth[MostBranches];

    // What has come upon each step so far: a chain of contributions for each.
    int[] heads = [], next = new int[FirstCapacity];
    R[] contributions = new R[FirstCapacity], chain = new R[FirstCapacity];
    int used;

    /// <summary>The derivative of a number by every variable, times a cotangent.</summary>
    /// <param name="output">A number on this tape, or a constant.</param>
    /// <param name="cotangent">What the derivative is multiplied by, before all else.</param>
    /// <returns>One derivative a variable, in their order; 0 where the number does not depend on it.</returns>
    public R[] Gradient(Adjoint<R> output, R cotangent)
    {
        return output.IsConstant
            ? [.. Enumerable.Repeat(R.Zero, variables.Count)]
            : Follow(output.Place, cotangent, 0, 0);
    }

    // Branches are met by going back, so those to follow both ways become known on the way.
    R[] Follow(int output, R cotangent, int taken, int followed)
    {
        int open = Sweep(output, cotangent, taken) & ~followed;
        if (open == 0)
            return [.. variables.Select(place => place <= output && heads[place] >= 0 ? Total(place) : R.Zero)];
        int branch = open & -open;
        Truth condition = conditions[int.TrailingZeroCount(branch)];
        R[] first = Follow(output, cotangent, taken, followed | branch), second = Follow(output, cotangent, taken | branch, followed | branch);
        return [.. first.Zip(second, (a, b) => R.Where(condition, a, b))];
    }

    // Gives the branches that were met, one bit each.
    int Sweep(int output, R cotangent, int taken)
    {
        if (heads.Length <= output)
            heads = new int[steps.Length];
        Array.Fill(heads, -1, 0, output + 1);
        (used, int met) = (0, 0);
        Give(output, cotangent);
        for (int at = output; at >= 0; at--)
        {
            ref Step step = ref steps[at];
            if (heads[at] < 0 || step.Rule == Rule.Variable)
                continue;
            R g = Total(at);
            if (step.Rule == Rule.Branch && step.Ordinal < MostBranches)
            {
                met |= 1 << step.Ordinal;
                conditions[step.Ordinal] = step.IsA;
                Give((taken >> step.Ordinal & 1) == 0 ? step.A : step.B, g);
                continue;
            }

            Carry(step, g);
        }

        return met;
    }

    void Carry(in Step step, R g)
    {
        switch (step.Rule)
        {
            case Rule.Negation:
                Give(step.A, -g);
                break;
            case Rule.Sum:
                for (int i = 0; i < step.B; i++)
                    Give(links[step.A + i], g);
                break;
            case Rule.Difference:
                Give(step.A, g);
                Give(step.B, -g);
                break;
            case Rule.Times:
                Give(step.A, g * step.First);
                break;
            case Rule.TimesTwice:
                Give(step.A, g * step.First * step.Second);
                break;
            case Rule.Over:
                Give(step.A, g / step.First);
                break;
            case Rule.Product:
                Give(step.A, g * step.Second);
                Give(step.B, g * step.First);
                break;
            case Rule.Quotient:
                if (step.A >= 0)
                    Give(step.A, g / step.First);
                Give(step.B, -g * step.Second);
                break;
            case Rule.Choice:
                Give(step.A, R.Where(step.IsA, g, R.Where(step.IsB, R.Zero, R.Half * g)));
                Give(step.B, R.Where(step.IsB, g, R.Where(step.IsA, R.Zero, R.Half * g)));
                break;
            default:
                Give(step.A, R.Where(step.IsA, g, R.Zero));
                Give(step.B, R.Where(step.IsA, R.Zero, g));
                break;
        }
    }

    void Give(int place, R contribution)
    {
        if (place < 0)
            return;
        if (used == contributions.Length)
        {
            Array.Resize(ref contributions, 2 * used);
            Array.Resize(ref next, 2 * used);
        }

        contributions[used] = contribution;
        next[used] = heads[place];
        heads[place] = used++;
    }

    // Autograd adds up in an order of its own.
    R Total(int place)
    {
        int last = heads[place];
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
