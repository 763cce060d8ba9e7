// A perceptron learns the prices of houses: Adam, which takes steps, beside L-BFGS and Levenberg–Marquardt, which minimize.
using System.Diagnostics;
using System.Globalization;
using System.Numerics.Tensors;
using ParityNet;
using ParityNet.Activations;
using ParityNet.Losses;
using ParityNet.Minimizers;
using ParityNet.Models;
using ParityNet.Native;
using ParityNet.Optimizers;

string[][] rows = [.. File.ReadLines(args.Length > 0 ? args[0] : "data/ames-housing.csv").Skip(1).Select(line => line.Split(','))];
// Nine columns of numbers after the price, and the coordinates at the end.
int[] columns = [1, 2, 3, 4, 5, 6, 7, 8, 9, 16, 17];
double[][] features = [.. columns.Select(column => Standard(rows.Select(row => double.Parse(row[column], CultureInfo.InvariantCulture))))];
double[] prices = Standard(rows.Select(row => Math.Log(double.Parse(row[0], CultureInfo.InvariantCulture))));
Tensor<double> input = Tensor.Create([.. Enumerable.Range(0, rows.Length).SelectMany(i => features.Select(feature => feature[i]))], [rows.Length, columns.Length]);
Tensor<double> target = Tensor.Create(prices, [rows.Length, 1]);

var network = new Perceptron([columns.Length, 8, 1], new Tanh(), new Identity());
IBackend backend = new NativeBackend();
IModel<double> model = backend.Model<double>(network, new SquaredError());
Objective<double> loss = Objective.OfModel(model, input, target);
double[] start = network.ToVector(network.Init<double>(1));
Console.WriteLine($"{rows.Length} houses, {start.Length} parameters; the loss at the start is {loss.Value(start):0.00000}.");
Console.WriteLine();
Console.WriteLine("| method | steps | gradients | loss | seconds |");
Console.WriteLine("|---|--:|--:|--:|--:|");
foreach (int steps in (int[])[200, 2000])
    Show($"Adam, lr = 0.01, {steps} steps", () => Adam(steps));
foreach (MinimizerSpec method in (MinimizerSpec[])
    [new Lbfgs(LineSearch: LbfgsLineSearch.StrongWolfe, MaxIterations: 200), new Bfgs(MaxIterations: 200), new ConjugateGradient(MaxIterations: 200), new LevenbergMarquardt(MaxIterations: 50)])
    Show($"{method.Name}, at most {method.MaxIterations} steps", () =>
    {
        MinimizerResult<double> end = backend.Minimizer<double>(method).Minimize(loss, start);
        return (end.Iterations, end.Evaluations.Gradient, end.Value);
    });

(int, int, double) Adam(int steps)
{
    IOptimizer<double> adam = backend.Optimizer<double>(new Adam(LearningRate: 0.01));
    OptimizerState<double> state = adam.Init(network.Init<double>(1));
    for (int i = 0; i < steps; i++)
        state = adam.Update(state, model.LossAndGradients(state.Parameters, input, target).Gradients);
    return (steps, steps, loss.Value(network.ToVector(state.Parameters)));
}

static void Show(string name, Func<(int Steps, int Gradients, double Loss)> fit)
{
    long began = Stopwatch.GetTimestamp();
    var (steps, gradients, end) = fit();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"| {name} | {steps} | {gradients} | {end:0.00000} | {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} |"));
}

static double[] Standard(IEnumerable<double> column)
{
    double[] numbers = [.. column];
    double mean = numbers.Average(), deviation = Math.Sqrt(numbers.Average(x => (x - mean) * (x - mean)));
    return Array.ConvertAll(numbers, x => (x - mean) / deviation);
}
