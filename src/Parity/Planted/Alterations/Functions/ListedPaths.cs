using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Losses;

namespace ParityNet.Parity.Planted;

/// <summary>Connectionist temporal classification by listing every path, with one slip.</summary>
sealed class ListedPaths(ListedPaths.Slip slip) : IFunctionChange
{
    /// <summary>What is done wrong.</summary>
    public enum Slip
    {
        None, RepeatsKept, BlanksDroppedFirst, BestPathAlone, NoBlankAtTheEnd, AllStepsTaken, BlankIsZero, NotByLabels, LengthsOfTheFirst,
        TargetsReversed, ProbabilitiesOfLabels,
    }

    public Evaluation<T> Evaluate<T>(FunctionSpec spec, IFunction<T> right, Operands<T> operands, IReadOnlyCollection<string>? gradients,
        Tensor<T>? cotangent)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Evaluation<T> good = right.Evaluate(operands, gradients, cotangent);
        var loss = (ConnectionistTemporalClassification)spec;
        Tensor<T> logs = operands["log_probs"].Numbers;
        double[] x = [.. logs.Flat().ToArray().Select(double.CreateChecked)], derivatives = new double[x.Length];
        int batch = ConnectionistTemporalClassification.Batch(logs.Lengths), classes = (int)logs.Lengths[^1];
        long[] steps = operands["input_lengths"].Indices.Flat().ToArray(), lengths = operands["target_lengths"].Indices.Flat().ToArray();
        Tensor<long> targets = operands["targets"].Indices;
        int blank = slip == Slip.BlankIsZero ? 0 : loss.Blank;
        var losses = new double[batch];
        for (int n = 0; n < batch; n++)
        {
            int own = slip == Slip.LengthsOfTheFirst ? 0 : n, last = slip == Slip.AllStepsTaken ? (int)logs.Lengths[0] : (int)steps[own];
            long[] labels = targets.Flat().Slice(ConnectionistTemporalClassification.Start(targets.Lengths, lengths, n), (int)lengths[n]).ToArray();
            if (slip == Slip.TargetsReversed && targets.Rank == 1)
                Array.Reverse(labels);
            double divisor = loss.Reduction == Reduction.Mean && slip != Slip.NotByLabels ? Math.Max(lengths[n], 1) : 1;
            double weight = cotangent is null ? 1 : double.CreateChecked(cotangent.Flat()[loss.Reduction == Reduction.None ? n : 0]);
            if (loss.Reduction == Reduction.Mean)
                weight /= batch * divisor;
            int At(int t, int c) => (t * batch + n) * classes + c;
            var occupied = new double[x.Length];
            double total = 0;
            foreach (int[] path in Paths(last, classes).Where(path => Collapsed(path, blank).SequenceEqual(labels)))
            {
                double p = Math.Exp(path.Select((c, t) => x[At(t, c)]).Sum());
                bool best = slip == Slip.BestPathAlone;
                if (best && p <= total)
                    continue;
                if (best)
                    Array.Clear(occupied);
                total = best ? p : total + p;
                for (int t = 0; t < last; t++)
                    occupied[At(t, path[t])] += p;
            }
            losses[n] = total == 0 && loss.ZeroInfinity ? 0 : -Math.Log(total) / divisor;
            if (total == 0 && loss.ZeroInfinity)
                continue;
            for (int t = 0; t < last; t++)
                for (int c = 0; c < classes; c++)
                    derivatives[At(t, c)] = (slip == Slip.ProbabilitiesOfLabels && !labels.Contains(c) ? 0
                        : Math.Exp(x[At(t, c)]) - occupied[At(t, c)] / total) * weight;
        }
        double[] value = loss.Reduction switch { Reduction.None => losses, Reduction.Sum => [losses.Sum()], _ => [losses.Sum() / batch] };
        Evaluation<T> wrong = good with { Value = Rounded(value, good.Value) };
        return good.Gradients.TryGetValue("log_probs", out Tensor<T>? derivative)
            ? wrong with { Gradients = good.Gradients.SetItem("log_probs", Rounded(derivatives, derivative)) }
            : wrong;
    }

    static Tensor<T> Rounded<T>(double[] numbers, Tensor<T> like) where T : unmanaged, IFloatingPointIeee754<T> =>
        Tensor.Create(Array.ConvertAll(numbers, T.CreateTruncating), like.Lengths);

    static IEnumerable<int[]> Paths(int steps, int classes) => steps == 0
        ? [[]]
        : Paths(steps - 1, classes).SelectMany(path => Enumerable.Range(0, classes).Select(c => (int[])[.. path, c]));

    // First repetitions become one, then blanks go.
    long[] Collapsed(int[] path, int blank)
    {
        if (slip == Slip.NoBlankAtTheEnd && path.Length > 1 && path[^1] == blank)
            return [-1];
        if (slip == Slip.BlanksDroppedFirst)
            path = [.. path.Where(c => c != blank)];
        return [.. path.Where((c, t) => c != blank && (slip == Slip.RepeatsKept || t == 0 || path[t - 1] != c)).Select(c => (long)c)];
    }
}
