using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Losses;

namespace ParityNet.Parity.Planted;

/// <summary>Connectionist temporal classification by the paths that collapse to the targets, with one slip.</summary>
sealed class SlippedPaths(SlippedPaths.Slip slip) : IFunctionChange
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
            var paths = new Paths(slip, blank, labels, last, classes, (t, c) => x[At(t, c)]);
            losses[n] = double.IsNegativeInfinity(paths.Total) && loss.ZeroInfinity ? 0 : -paths.Total / divisor;
            if (double.IsNegativeInfinity(paths.Total) && loss.ZeroInfinity)
                continue;
            for (int t = 0; t < last; t++)
                for (int c = 0; c < classes; c++)
                    derivatives[At(t, c)] = (slip == Slip.ProbabilitiesOfLabels && !labels.Contains(c) ? 0
                        : Math.Exp(x[At(t, c)]) - paths.Share(t, c)) * weight;
        }
        double[] value = loss.Reduction switch { Reduction.None => losses, Reduction.Sum => [losses.Sum()], _ => [losses.Sum() / batch] };
        Evaluation<T> wrong = good with { Value = Rounded(value, good.Value) };
        return good.Gradients.TryGetValue("log_probs", out Tensor<T>? derivative)
            ? wrong with { Gradients = good.Gradients.SetItem("log_probs", Rounded(derivatives, derivative)) }
            : wrong;
    }

    static Tensor<T> Rounded<T>(double[] numbers, Tensor<T> like) where T : unmanaged, IFloatingPointIeee754<T> =>
        Tensor.Create(Array.ConvertAll(numbers, T.CreateTruncating), like.Lengths);
}
