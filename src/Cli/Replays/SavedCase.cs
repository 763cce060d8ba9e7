using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using ParityNet.Cli.Exits;
using ParityNet.Optimizers;
using ParityNet.Parity;
using ParityNet.Parity.Cases;

namespace ParityNet.Cli.Replays;

/// <summary>Reads saved cases: requests of the <c>eval</c> protocol, in a file or as text.</summary>
static class SavedCase
{
    /// <summary>The text of a case.</summary>
    /// <param name="given">The name of a file, or the case itself.</param>
    /// <exception cref="UsageException">There is no such file.</exception>
    public static string Text(string given)
    {
        if (given.TrimStart().StartsWith('{'))
            return given;
        try
        {
            return File.Exists(given) ? File.ReadAllText(given) : throw new UsageException(Absent(given));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"case must be a file that can be read: expected one, got {FileProblem.Of(problem)}.", problem);
        }
    }

    // Most arguments that are neither are misspelt file names.
    static string Absent(string given) => Path.HasExtension(given) || given.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal)
        ? $"case must be a file that there is, or a JSON object: the file {Echo.Of(given)} does not exist."
        : $"case must be a file or a JSON object: expected one of the two, got {Echo.Of(given)}, and no file has that name.";

    /// <summary>The case; one per step for an optimizer with several steps.</summary>
    /// <param name="json">A request.</param>
    /// <param name="backend">The backend that computes the state before the next step.</param>
    /// <exception cref="UsageException">The text is no such request.</exception>
    public static IEnumerable<Case> Read(string json, IBackend backend)
    {
        JsonNode request = Parsed(json, () => JsonNode.Parse(json)) as JsonObject
            ?? throw new UsageException("case must be a request of the eval protocol: expected a JSON object, got something else.");
        Case first = Parsed(json, () => CaseReader.Read(json));
        return first switch
        {
            OptimizerCase<float> single => Steps(single, request, backend),
            OptimizerCase<double> wide => Steps(wide, request, backend),
            _ => [first],
        };
    }

    static IEnumerable<Case> Steps<T>(OptimizerCase<T> first, JsonNode request, IBackend backend) where T : unmanaged, IFloatingPointIeee754<T>
    {
        yield return first;
        IOptimizer<T> optimizer = backend.Optimizer<T>(first.Optimizer);
        OptimizerCase<T> last = first;
        JsonArray gradients = request["grads"]!.AsArray();
        for (int step = 1; step < gradients.Count; step++)
        {
            JsonObject one = request.DeepClone().AsObject();
            one["grads"] = new JsonArray(gradients[step]!.DeepClone());
            string json = one.ToJsonString();
            var next = (OptimizerCase<T>)Parsed(json, () => CaseReader.Read(json));
            OptimizerState<T> state = optimizer.Update(last.State, last.Gradients, last.LearningRate);
            yield return last = new OptimizerCase<T>(first.Optimizer, state, next.Gradients, first.LearningRate);
        }
    }

    static R Parsed<R>(string json, Func<R> read)
    {
        try
        {
            return read();
        }
        catch (JsonException problem)
        {
            throw new UsageException(problem.LineNumber is null
                ? $"case must be a request of the eval protocol: {problem.Message}"
                : $"case must be a request of the eval protocol: expected valid JSON, got an error at byte {problem.BytePositionInLine} of line " +
                    $"{problem.LineNumber + 1}.", problem);
        }
        catch (Exception problem) when (problem is KeyNotFoundException or InvalidOperationException or FormatException or InvalidCastException
            or IndexOutOfRangeException or OverflowException)
        {
            throw new UsageException(
                $"case must be a request of the eval protocol: expected all its fields in their form, got " +
                $"{Echo.Of(json)}.", problem);
        }
    }
}
