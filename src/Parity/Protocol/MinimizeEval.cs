using System.Numerics;
using System.Numerics.Tensors;
using System.Text.Json;
using ParityNet.Definitions.Problems;
using ParityNet.Minimizers;

namespace ParityNet.Parity;

/// <summary>Answers requests for minimizers: one of the built-in problems minimized by one method.</summary>
static class MinimizeEval
{
    public static void Respond<T>(IBackend backend, EvalBudget budget, EvalRequest request, Utf8JsonWriter writer)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        request.Allow("name", "options", "problem", "x0", "trace", "certify");
        var spec = (MinimizerSpec)request.Spec(OpKind.Minimizer);
        Problem problem = ProblemCatalog.Find(request.Text("problem"))
            ?? throw new UnknownNameException(
                "problem must be a known one", request.Text("problem"), ProblemCatalog.All.Select(known => known.Name));
        T[] start = request.Has("x0") ? JsonTensors.Numbers<T>(request.Field("x0", JsonValueKind.Object)).Flat().ToArray()
            : [.. problem.Starts[0].Select(T.CreateChecked)];
        Objective<T> objective = ProblemObjective.As<T>(problem.Objective);
        IMinimizer<T> minimizer = backend.Minimizer<T>(spec);
        bool isTraced = request.Flag("trace");
        var states = new List<MinimizerState<T>>();
        long left = budget.Steps(start.Length);
        MinimizerResult<T> result = minimizer.Minimize(objective, minimizer.Init(objective, start), state =>
        {
            if (isTraced)
                states.Add(state);
            return left-- > 0;
        });
        // A method that does not stop by itself ends when the budget is spent.
        if (result.Stopped == StopReason.Cancelled)
            throw new ArgumentException(
                $"the request must fit the budget: expected at most {budget.Steps(start.Length)} steps of {spec.Name}, got more.");
        Write(writer, result);
        if (!request.Has("certify") || request.Flag("certify"))
            writer.WriteString("certificate", Certified(problem, result));
        if (isTraced)
            WriteTrace(writer, states);
    }

    // The proof is about the answer as it is, whatever its type.
    static string Certified<T>(Problem problem, MinimizerResult<T> result) where T : unmanaged, IFloatingPointIeee754<T> => Words.Snake(
        (!problem.Objective.IsConstrained && result.Point.All(T.IsFinite)
            ? problem.Certify([.. result.Point.Select(double.CreateChecked)]).Certainty
            : Certainty.NotCertified).ToString());

    static void Write<T>(Utf8JsonWriter writer, MinimizerResult<T> result) where T : unmanaged, IFloatingPointIeee754<T>
    {
        WriteVector(writer, "x", result.Point.AsSpan());
        WriteNumber(writer, "value", result.Value);
        WriteNumber(writer, "gradient_norm", result.GradientNorm);
        writer.WriteString("stopped", Words.Of(result.Stopped));
        writer.WriteString("explanation", result.Explanation);
        writer.WriteNumber("iterations", result.Iterations);
        WriteCounts(writer, result.Evaluations);
        if (result.Multipliers is not { } multipliers)
            return;
        WriteVector(writer, "multipliers", [.. multipliers.Inequalities, .. multipliers.Equalities]);
        if (!multipliers.Lower.IsEmpty)
        {
            WriteVector(writer, "lower_multipliers", multipliers.Lower.AsSpan());
            WriteVector(writer, "upper_multipliers", multipliers.Upper.AsSpan());
        }
    }

    static void WriteTrace<T>(Utf8JsonWriter writer, List<MinimizerState<T>> states) where T : unmanaged, IFloatingPointIeee754<T>
    {
        writer.WriteStartArray("trace");
        foreach (MinimizerState<T> state in states)
        {
            writer.WriteStartObject();
            writer.WriteNumber("iteration", state.Iteration);
            WriteVector(writer, "x", state.Point.AsSpan());
            WriteNumber(writer, "value", state.Value);
            WriteNumber(writer, "gradient_norm", state.GradientNorm);
            WriteNumber(writer, "step_length", state.StepLength);
            WriteCounts(writer, state.Evaluations);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    static void WriteCounts(Utf8JsonWriter writer, EvaluationCounts counts)
    {
        writer.WriteStartObject("evaluations");
        writer.WriteNumber("value", counts.Value);
        writer.WriteNumber("gradient", counts.Gradient);
        writer.WriteNumber("hessian", counts.Hessian);
        writer.WriteEndObject();
    }

    static void WriteNumber<T>(Utf8JsonWriter writer, string name, T number) where T : unmanaged, IFloatingPointIeee754<T>
    {
        writer.WritePropertyName(name);
        JsonNumbers.Write(writer, number);
    }

    static void WriteVector<T>(Utf8JsonWriter writer, string name, ReadOnlySpan<T> numbers) where T : unmanaged, IFloatingPointIeee754<T>
    {
        writer.WritePropertyName(name);
        JsonTensors.Write(writer, Tensor.Create(numbers.ToArray(), [numbers.Length]), [numbers.Length]);
    }
}
