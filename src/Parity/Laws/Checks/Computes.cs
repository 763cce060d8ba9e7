using System.Numerics;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Parity.Laws;

/// <summary>Every input that the spec accepts gives a result.</summary>
sealed class Computes : ITensorLaw
{
    public string? Broken<T>(IBackend backend, Case<T> @case) where T : unmanaged, IFloatingPointIeee754<T> =>
        Outcome<T>.Of(@case, backend).Refusal is { } refusal ? Refused(backend.Name, refusal) : null;

    public static string Refused(string backend, string message) =>
        $"{backend} must compute what the spec admits: expected a result, got \"{message}\".";
}
