using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Activations;
using ParityNet.Definitions;
using ParityNet.Parity;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Verdicts;
using ParityNet.Reports.Rendering.Plots;

namespace ParityNet.Reports;

/// <summary>Computes the error of elementwise activations against their input.</summary>
static class ErrorPlots
{
    const int Intervals = 80, InInterval = 8;
    const double Limit = 20;

    public static IEnumerable<ErrorPlot> Of<T>(OpEntry entry, IBackend first, IBackend? second) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (entry.Examples[0] is not ActivationSpec { Operands.Length: 1 } spec || spec is RowActivation or Identity or ReLU or LeakyReLU
            || !Definition.Has(spec))
            yield break;
        // Irregular points, so that no plot consists of multiples of a round number.
        T[] x = [.. Enumerable.Range(0, Intervals * InInterval)
            .Select(i => ElementType.Round<T>(-Limit + 2 * Limit * (i + 0.371) / (Intervals * InInterval)))];
        Judgement judged = new Judge(first, second).Of(new FunctionCase<T>(spec, Operands<T>.Of(Tensor.Create(x)), ["input"]));
        string[] quantities = ["value", "grads.input"];
        for (int q = 0; q < quantities.Length; q++)
            yield return new(entry.Name, ElementType.Name<T>(), quantities[q],
                [.. Points(first.Name, x, judged.FirstUlps, q), .. second is null ? [] : Points(second.Name, x, judged.SecondUlps, q)]);
    }

    static IEnumerable<ErrorPoint> Points<T>(string backend, T[] x, ImmutableArray<double> ulps, int quantity)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // A backend without gradients has fewer.
        if (ulps.Length < (quantity + 1) * x.Length)
            yield break;
        for (int interval = 0; interval < Intervals; interval++)
        {
            int[] measured = [.. Enumerable.Range(interval * InInterval, InInterval).Where(i => double.IsFinite(ulps[quantity * x.Length + i]))];
            if (measured.Length == 0)
                continue;
            int worst = measured.MaxBy(i => ulps[quantity * x.Length + i]);
            yield return new(backend, double.CreateChecked(x[worst]), ulps[quantity * x.Length + worst]);
        }
    }
}
