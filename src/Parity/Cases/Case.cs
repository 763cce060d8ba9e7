namespace ParityNet.Parity.Cases;

/// <summary>A test case: a spec and the inputs on which backends compute it.</summary>
public abstract class Case
{
    /// <summary>The spec of the op that is computed.</summary>
    public abstract OpSpec Spec { get; }

    /// <summary>The kind of op.</summary>
    public abstract OpKind Kind { get; }

    /// <summary><c>float32</c> or <c>float64</c>.</summary>
    public abstract string ElementTypeName { get; }

    /// <summary>Where the case was drawn, if it is too long to be written out; null for one that was changed or written by hand.</summary>
    internal CaseOrigin? Origin { get; init; }

    /// <summary>C# source that rebuilds the case to the bit.</summary>
    /// <returns>Statements; the last runs the case on <c>backend</c>.</returns>
    public abstract string Code();

    /// <summary>The case as a request of the <c>eval</c> protocol, on one line; <c>replay</c> reads it.</summary>
    /// <returns>A JSON object.</returns>
    public abstract string Request();

    /// <inheritdoc/>
    public override string ToString() => Code();
}
