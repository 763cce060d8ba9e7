using System.Globalization;
using System.Text.Json;
using ParityNet.Cli.Output;
using ParityNet.Definitions.Problems;
using ParityNet.Minimizers;
using Spectre.Console;

namespace ParityNet.Cli.Minimizing;

/// <summary>Shows a minimization: a table of its steps, a picture of how they converge, and where and why they end.</summary>
/// <param name="problem">The problem.</param>
/// <param name="spec">The method.</param>
/// <param name="start">The starting point.</param>
/// <param name="answer">The answer of <c>eval</c>, with its trace.</param>
sealed class ConvergenceView(Problem problem, MinimizerSpec spec, double[] start, JsonElement answer)
{
    const int MostRows = 24;

    readonly Step[] steps = [.. answer.GetProperty("trace").EnumerateArray().Select(Step.Of)];

    public void Write(Terminal terminal)
    {
        terminal.WriteLine($"{problem.Name} ({problem.Title}) from {Point(start)} by {spec.Name}");
        Table table = Terminal.Table("iteration", "f", "gradient", "step length", "evaluations");
        foreach (Step step in Shown())
        {
            string length = double.IsNaN(step.Length) ? "" : Text(step.Length);
            table.AddRow($"{step.Iteration}", Text(step.Value), Text(step.Gradient), length, $"{step.Evaluations}");
        }
        terminal.Tables.Write(table);
        if (steps.Length > 2)
        {
            double lowest = steps.Select(step => step.Value).Where(double.IsFinite).DefaultIfEmpty(0).Min();
            double best = problem.Minima.Select(minimum => minimum.Value.Value).Where(value => value <= lowest).Append(lowest).Min();
            double[] above = [.. steps.Select(step => step.Value - best)], gradients = [.. steps.Select(step => step.Gradient)];
            foreach (string line in LogPlot.Lines(("f − f*", '*', above), ("gradient", '·', gradients)))
                terminal.WriteLine(line);
            if (start.Length == 2)
                foreach (string line in PathPlot.Lines([.. steps.Select(step => (step.X[0], step.X[1]))]))
                    terminal.WriteLine(line);
        }
        terminal.WriteLine($"stopped by {answer.GetProperty("stopped").GetString()}: {answer.GetProperty("explanation").GetString()}");
        JsonElement counts = answer.GetProperty("evaluations");
        terminal.WriteLine($"{steps.Length - 1} iterations; {counts.GetProperty("value")} values, {counts.GetProperty("gradient")} gradients, " +
            $"{counts.GetProperty("hessian")} Hessians");
        terminal.WriteLine($"x = {Point(steps[^1].X)}");
        string published = problem.Minima.IsEmpty ? "" : $"; published minimum {Text(problem.Minima[0].Value.Value)}";
        terminal.WriteLine($"f = {Text(steps[^1].Value, "R")}{published}");
        if (answer.TryGetProperty("certificate", out JsonElement certificate))
            terminal.WriteLine($"certificate: {certificate.GetString()}");
        if (answer.TryGetProperty("multipliers", out JsonElement multipliers) && multipliers.GetProperty("data").GetArrayLength() > 0)
            terminal.WriteLine($"multipliers {Point(Step.Numbers(multipliers))}");
    }

    // The first steps, the last ones, and some between.
    IEnumerable<Step> Shown() => steps.Length <= MostRows
        ? steps
        : Enumerable.Range(0, MostRows).Select(row => steps[(int)Math.Round((double)row * (steps.Length - 1) / (MostRows - 1))]);

    static string Point(double[] x) =>
        $"({string.Join(", ", x.Take(8).Select(v => Text(v, "G10")))}{(x.Length > 8 ? $", … {x.Length} in all" : "")})";

    static string Text(double number, string format = "G7") => number.ToString(format, CultureInfo.InvariantCulture);

    sealed record Step(int Iteration, double[] X, double Value, double Gradient, double Length, int Evaluations)
    {
        public static Step Of(JsonElement step) => new(
            step.GetProperty("iteration").GetInt32(), Numbers(step.GetProperty("x")), Number(step.GetProperty("value")),
            Number(step.GetProperty("gradient_norm")), Number(step.GetProperty("step_length")),
            step.GetProperty("evaluations").GetProperty("value").GetInt32());

        public static double[] Numbers(JsonElement tensor) => [.. tensor.GetProperty("data").EnumerateArray().Select(Number)];

        // Numbers that JSON lacks are words.
        static double Number(JsonElement json) => json.ValueKind == JsonValueKind.Number ? json.GetDouble() : json.GetString() switch
        {
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ => double.NaN,
        };
    }
}
