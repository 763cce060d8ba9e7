using System.Collections.Immutable;
using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

/// <summary>The definition of a loss: the loss of one element or row, and how it is reduced.</summary>
/// <remarks>
/// The gradient of a group is its derivative times the factors of the reduction: weight, count of the mean, base of the logarithm,
/// cotangent. Implementations apply them before or after the differentiation and in any order, so the hull over all orders is taken.
/// </remarks>
abstract class LossDefinition<TSpec> : FunctionDefinition
    where TSpec : LossSpec
{
    public sealed override Type SpecType => typeof(TSpec);

    public sealed override DefinedFunction<R> Evaluate<R>(
        FunctionSpec spec, Arguments<R> arguments, IReadOnlyCollection<string> gradients, R[]? cotangent)
    {
        var loss = (TSpec)spec;
        int count = CountOf(loss, arguments);
        IReadOnlyList<OutputGroup> groups = OutputGroups(loss, arguments);
        GroupInputs<R>[] inputs = [.. groups.Select(group => GroupInputs<R>.Of(group, arguments))];
        Factor<R>? divisor = loss.Reduction switch
        {
            Reduction.Mean => Divisor(loss, arguments, groups, count),
            Reduction.BatchMean => Factor<R>.Over(Host.Of(arguments[spec.Lead.Name].Shape[0])),
            _ => null,
        };
        ImmutableArray<R> value = loss.Reduction == Reduction.None
            ? Unreduced(loss, arguments.Wanted, groups, inputs, count)
            : [InBase(loss, Total(loss, inputs, divisor))];
        var derivatives = new Derivatives<R>(
            inputs, [.. gradients.SelectMany(Readings)], (x, _) => [Loss(loss, x)], Shares);
        return new(value, Gradients(gradients, name => Gather(arguments, groups, name, Readings(name), (c, reading, position) =>
            Associated(loss, derivatives.Either(() => Forward(loss, inputs[c], reading, position, Shares(c)), c, reading, position)),
            byPaths: true)));

        IEnumerable<Factor<R>[]> Shares(int c) => Factors(loss, inputs[c]).Select(own => Shared(own, c));

        Factor<R>[] Shared(Factor<R>[] own, int c)
        {
            List<Factor<R>> shares = [.. own];
            if (divisor is { } over)
                shares.Add(over);
            if (Base(loss) == LogBase.Bits)
                shares.Add(Factor<R>.Over(Host.Log(2)));
            if (cotangent is not null)
                shares.Add(Factor<R>.Times(cotangent[loss.Reduction == Reduction.None ? groups[c].Outputs[0] : 0]));
            return [.. shares];
        }
    }

    /// <summary>
    /// The names under which the formula reads an argument: more than one if the derivatives of each reading are summed over the batch
    /// separately.
    /// </summary>
    protected virtual IReadOnlyList<string> Readings(string operand) => [operand];

    /// <summary>Whether a fused kernel multiplies its own factors by those of the reduction.</summary>
    protected virtual bool HasInnerFactors(TSpec spec) => false;

    /// <summary>The parts of the loss, each of which computes one element of the unreduced loss.</summary>
    protected abstract IReadOnlyList<OutputGroup> OutputGroups<R>(TSpec spec, Arguments<R> arguments)
        where R : struct, IReal<R>;

    /// <summary>The number of elements of the unreduced loss.</summary>
    protected abstract int CountOf<R>(TSpec spec, Arguments<R> arguments)
        where R : struct, IReal<R>;

    /// <summary>The loss of one group, without its factors: the paper's formula.</summary>
    protected abstract R Loss<R>(TSpec spec, GroupInputs<R> x)
        where R : struct, IReal<R>;

    /// <summary>The factors of the loss of a group before the reduction, one list for each natural way to apply them.</summary>
    protected virtual IEnumerable<Factor<R>[]> Factors<R>(TSpec spec, GroupInputs<R> x)
        where R : struct, IReal<R> => [[]];

    /// <summary>The divisor of the mean.</summary>
    protected virtual Factor<R> Divisor<R>(TSpec spec, Arguments<R> arguments, IReadOnlyList<OutputGroup> groups, int count)
        where R : struct, IReal<R> => Factor<R>.Over(Host.Of(count));

    /// <summary>The sum over all groups, divided if it is a mean.</summary>
    protected virtual R Total<R>(TSpec spec, GroupInputs<R>[] groups, Factor<R>? divisor)
        where R : struct, IReal<R> => Divided(Sum(Array.ConvertAll(groups, x => Weighted(spec, x))), divisor);

    /// <summary>The base of the logarithm: nats or bits.</summary>
    protected virtual LogBase Base(TSpec spec) => LogBase.Nats;

    protected static R Sum<R>(R[] terms)
        where R : struct, IReal<R> => R.Sum(terms, Order.Sum(terms.Length));

    protected static R Divided<R>(R sum, Factor<R>? divisor)
        where R : struct, IReal<R> => divisor is { } over ? over.Apply(sum) : sum;

    R Weighted<R>(TSpec spec, GroupInputs<R> x)
        where R : struct, IReal<R>
    {
        R loss = Loss(spec, x);
        return Associated(spec, Order.Any(Factors(spec, x), way => way.Aggregate(loss, (product, factor) => factor.Apply(product))));
    }

    R InBase<R>(TSpec spec, R nats)
        where R : struct, IReal<R> => Base(spec) == LogBase.Bits ? Factor<R>.Over(Host.Log(2)).Apply(nats) : nats;

    ImmutableArray<R> Unreduced<R>(TSpec spec, Wanted wanted, IReadOnlyList<OutputGroup> groups, GroupInputs<R>[] inputs, int count)
        where R : struct, IReal<R>
    {
        var losses = new R[count];
        Array.Fill(losses, R.Zero);
        for (int c = 0; c < groups.Count; c++)
        {
            int output = groups[c].Outputs[0];
            losses[output] = wanted.HasValue(output) ? InBase(spec, Weighted(spec, inputs[c])) : Unwanted<R>();
        }

        return [.. losses];
    }

    R Associated<R>(TSpec spec, R product)
        where R : struct, IReal<R> => HasInnerFactors(spec) ? Order.AnyAssociation(product) : product;

    R Forward<R>(TSpec spec, GroupInputs<R> x, string name, int position, IEnumerable<Factor<R>[]> shares)
        where R : struct, IReal<R> =>
            Order.Any(shares, way => Order.Derivative(seed => Loss(spec, x.Seeded(name, position, seed)).Derivative, way));
}
