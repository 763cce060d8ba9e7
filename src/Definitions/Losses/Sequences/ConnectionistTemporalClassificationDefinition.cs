using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// A. Graves and others, 2006: −ln of the sum over all alignments, by the forward recursion; derivatives by the forward and backward ones.
sealed class ConnectionistTemporalClassificationDefinition : FunctionDefinition
{
    public override Type SpecType => typeof(ConnectionistTemporalClassification);

    public override DefinedFunction<R> Evaluate<R>(
        FunctionSpec spec, Arguments<R> arguments, IReadOnlyCollection<string> gradients, R[]? cotangent)
    {
        var loss = (ConnectionistTemporalClassification)spec;
        nint[] shape = arguments["log_probs"].Shape;
        int classes = (int)shape[^1];
        Alignments<R>[] sequences = Sequences(loss, arguments, classes);
        R[] each = Array.ConvertAll(sequences, one => WhereCounted(loss, one, one.Loss));
        return new(loss.Reduction == Reduction.None ? [.. each] : [Total(loss, sequences, each)], Gradients<R>(gradients, _ =>
        {
            var derivatives = new R[arguments["log_probs"].Count];
            Array.Fill(derivatives, R.Zero);
            for (int n = 0; n < sequences.Length; n++)
            {
                Factor<R>[] factors = Factors(loss, sequences, n, cotangent);
                for (int at = 0; at < sequences[n].Steps * classes; at++)
                {
                    (int t, int c) = (at / classes, at % classes);
                    int element = (t * sequences.Length + n) * classes + c;
                    derivatives[element] = arguments.Wanted.HasGradient("log_probs", element)
                        ? WhereCounted(loss, sequences[n], Scaled(sequences[n].DerivativeAt(t, c), factors))
                        : Unwanted<R>();
                }
            }

            return [.. derivatives];
        }));
    }

    static R Scaled<R>(R derivative, Factor<R>[] factors)
        where R : struct, IReal<R> => factors.Length == 0 ? derivative : Order.Derivative(seed => derivative * seed, factors);

    static R WhereCounted<R>(ConnectionistTemporalClassification spec, Alignments<R> sequence, R value)
        where R : struct, IReal<R> => spec.ZeroInfinity
            ? R.Where(R.Equal(sequence.Loss, R.Exact(double.PositiveInfinity)), R.Zero, value)
            : value;

    // The mean of the losses per label.
    static R Total<R>(ConnectionistTemporalClassification spec, Alignments<R>[] sequences, R[] losses)
        where R : struct, IReal<R>
    {
        bool mean = spec.Reduction == Reduction.Mean;
        R[] terms = mean ? [.. losses.Zip(sequences, (loss, one) => ByLabels(one).Apply(loss))] : losses;
        R sum = R.Sum(terms, Order.Sum(terms.Length));
        return mean ? Factor<R>.Over(Host.Of(losses.Length)).Apply(sum) : sum;
    }

    static Factor<R> ByLabels<R>(Alignments<R> sequence)
        where R : struct, IReal<R> => Factor<R>.Over(Host.Of(Math.Max(sequence.Labels, 1)));

    static Factor<R>[] Factors<R>(ConnectionistTemporalClassification spec, Alignments<R>[] sequences, int n, R[]? cotangent)
        where R : struct, IReal<R>
    {
        List<Factor<R>> factors = [];
        if (spec.Reduction == Reduction.Mean)
            factors.AddRange(Factor<R>.Over(Host.Of(sequences.Length)), ByLabels(sequences[n]));
        if (cotangent is not null)
            factors.Add(Factor<R>.Times(cotangent[spec.Reduction == Reduction.None ? n : 0]));
        return [.. factors];
    }

    static Alignments<R>[] Sequences<R>(ConnectionistTemporalClassification spec, Arguments<R> arguments, int classes)
        where R : struct, IReal<R>
    {
        Argument<R> logs = arguments["log_probs"], targets = arguments["targets"];
        int batch = ConnectionistTemporalClassification.Batch(logs.Shape);
        long[] steps = arguments["input_lengths"].Indices!, lengths = arguments["target_lengths"].Indices!;
        return [.. Enumerable.Range(0, batch).Select(n =>
        {
            R[] own = [.. Enumerable.Range(0, (int)steps[n]).SelectMany(t => logs.Numbers.AsSpan((t * batch + n) * classes, classes).ToArray())];
            int start = ConnectionistTemporalClassification.Start(targets.Shape, lengths, n);
            int[] labels = [.. targets.Indices![start..(start + (int)lengths[n])].Select(label => (int)label)];
            return new Alignments<R>(own, (int)steps[n], labels, spec.Blank);
        })];
    }
}
