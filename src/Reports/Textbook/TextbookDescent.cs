using System.Collections.Immutable;
using ParityNet.Losses;
using ParityNet.Optimizers;
using ParityNet.Training;

namespace ParityNet.Reports.Textbook;

/// <summary>Examples of stopping criteria, and of first- and second-order steps.</summary>
static class TextbookDescent
{
    const double Curvature = 4, Minimum = 3;

    public static ImmutableArray<TextbookItem> Stopping { get; } =
    [
        new(19, "SGD of rate ½ on ½x² from 1 halves x: steps until the gradient is below 0.001", "10",
            b => StepsUntil(b, path => Math.Abs(path[^1]) < 0.001)),
        new(19, "steps until x changes by less than 0.01", "7", b => StepsUntil(b, path => path.Count > 1 && Math.Abs(path[^1] - path[^2]) < 0.01)),
        new(19, "the best validation loss (x − 0.2)²: at step 2, where x = ¼", "0.0025", b => Stopped(b).BestLoss),
        new(19, "steps until it has not improved for 3", "5", b => Stopped(b).Epochs - 1),
    ];

    public static ImmutableArray<TextbookItem> Orders { get; } =
    [
        new(20, "first order: gradient descent of rate 0.1 on 2(x − 3)² from 0", "1.2000", b => Stepped(b, 0.1)),
        new(20, "second order: Newton's step divides by the curvature 4 and lands in the minimum", "3.0000", b => Stepped(b, 1 / Curvature)),
        new(20, "between: Levenberg and Marquardt's damping of 4 beside the curvature halves that step", "1.5000",
            b => Stepped(b, 1 / (Curvature + 4))),
    ];

    static double Stepped(TextbookContext b, double rate) => b.Step(new Sgd(rate), Curvature * (0 - Minimum)).Parameters[0].Flat()[0];

    static int StepsUntil(TextbookContext b, Func<IReadOnlyList<double>, bool> isDone)
    {
        double[] points = [.. Points(b, 20)];
        return Enumerable.Range(0, points.Length).First(step => isDone(points[..(step + 1)]));
    }

    static EarlyStopping.Progress Stopped(TextbookContext b)
    {
        EarlyStopping rule = new(Patience: 3);
        EarlyStopping.Progress progress = EarlyStopping.Start;
        foreach (double x in Points(b, 20).TakeWhile(_ => !progress.ShouldStop))
            progress = rule.Observe(progress, b.Loss(new SquaredError(), [x], [0.2]));
        return progress;
    }

    static IEnumerable<double> Points(TextbookContext b, int steps) => b.Path(new Sgd(0.5), [1], x => x, steps).Select(point => point[0]);
}
