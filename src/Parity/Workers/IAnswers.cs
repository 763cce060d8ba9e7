using System.Text.Json;

namespace ParityNet.Parity.Workers;

/// <summary>Answers requests of the <c>eval</c> protocol.</summary>
interface IAnswers
{
    /// <summary>Asks a request.</summary>
    /// <param name="op">The op that it is about, for messages.</param>
    /// <param name="request">A JSON object without an <c>id</c>.</param>
    /// <returns>The answer, an object.</returns>
    /// <exception cref="Cases.WorkerException">There is no answer of this form.</exception>
    /// <exception cref="Cases.CaseSkippedException">The request is skipped, with the reason.</exception>
    JsonElement Ask(string op, string request);
}
