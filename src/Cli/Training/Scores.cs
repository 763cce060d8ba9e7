using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Reports.Rendering.Plots;

namespace ParityNet.Cli.Training;

/// <summary>Computes the scores of a network on the validation set, in the units of the data.</summary>
static class Scores
{
    /// <summary>The scores of a network's output.</summary>
    /// <param name="target">The target.</param>
    /// <param name="rows">The rows that the output is for.</param>
    /// <param name="output">The output.</param>
    public static ImmutableArray<Score> Of<T>(Target target, ImmutableArray<int> rows, Tensor<T> output)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double[] numbers = [.. output.Flat().ToArray().Select(double.CreateChecked)];
        return target.IsClassification ? OfClasses(target, rows, numbers) : OfNumbers(target, rows, numbers);
    }

    // In units of a power of two, so that squares of large numbers stay finite.
    static ImmutableArray<Score> OfNumbers(Target target, ImmutableArray<int> rows, double[] output)
    {
        Standard scale = target.Scale!;
        double[] right = [.. rows.Select(row => Math.ScaleB(target.Numbers![row], -scale.Exponent))];
        double[] errors = [.. output.Select((scaled, i) => scaled * scale.StandardDeviation + scale.Mean - right[i])];
        double mean = right.Average(), squares = errors.Sum(error => error * error), spread = right.Sum(number => (number - mean) * (number - mean));
        return
        [
            new("RMSE", Math.ScaleB(Math.Sqrt(squares / errors.Length), scale.Exponent)),
            new("MAE", Math.ScaleB(errors.Average(Math.Abs), scale.Exponent)),
            new("R²", 1 - squares / spread),
        ];
    }

    static ImmutableArray<Score> OfClasses(Target target, ImmutableArray<int> rows, double[] output)
    {
        int classes = target.Outputs;
        int correct = rows.Where((row, i) => Largest(output.AsSpan(i * classes, classes)) == target.Labels![row]).Count();
        return [new("accuracy", (double)correct / rows.Length)];
    }

    /// <summary>The index of the largest logit, the first of equal ones.</summary>
    public static int Largest(ReadOnlySpan<double> logits)
    {
        int best = 0;
        for (int i = 1; i < logits.Length; i++)
            if (logits[i] > logits[best])
                best = i;
        return best;
    }
}
