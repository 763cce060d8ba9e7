using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Reports.Rendering.Plots;

namespace ParityNet.Cli.Training;

/// <summary>Computes the scores of a network on the validation set, in the units of the data.</summary>
static class Scores
{
    /// <summary>The scores of a network's output.</summary>
    /// <param name="data">The data.</param>
    /// <param name="output">The output for the validation set.</param>
    public static ImmutableArray<Score> Of<T>(TrainingData data, Tensor<T> output) where T : unmanaged, IFloatingPointIeee754<T>
    {
        double[] numbers = [.. output.Flat().ToArray().Select(double.CreateChecked)];
        return data.Target.IsClassification ? OfClasses(data, numbers) : OfNumbers(data, numbers);
    }

    static ImmutableArray<Score> OfNumbers(TrainingData data, double[] output)
    {
        double[] right = [.. data.Validation.Select(row => data.Target.Numbers![row])];
        double[] errors = [.. output.Select((scaled, i) => data.Target.Scale!.Original(scaled) - right[i])];
        double mean = right.Average(), squares = errors.Sum(error => error * error), spread = right.Sum(number => (number - mean) * (number - mean));
        return
        [
            new("RMSE", Math.Sqrt(squares / errors.Length)),
            new("MAE", errors.Average(Math.Abs)),
            new("R²", 1 - squares / spread),
        ];
    }

    static ImmutableArray<Score> OfClasses(TrainingData data, double[] output)
    {
        int classes = data.Target.Outputs;
        int correct = data.Validation.Where((row, i) => Largest(output.AsSpan(i * classes, classes)) == data.Target.Labels![row]).Count();
        return [new("accuracy", (double)correct / data.Validation.Length)];
    }

    static int Largest(ReadOnlySpan<double> logits)
    {
        int best = 0;
        for (int i = 1; i < logits.Length; i++)
            if (logits[i] > logits[best])
                best = i;
        return best;
    }
}
