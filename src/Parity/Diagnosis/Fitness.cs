namespace ParityNet.Parity.Diagnosis;

/// <summary>What one answer says about a hypothesis.</summary>
enum Fitness
{
    /// <summary>Nothing: hypothesis and right formula agree within rounding, or the answer left the range.</summary>
    Silent,

    /// <summary>It is what the hypothesis gives, and not what is right.</summary>
    Agrees,

    /// <summary>The hypothesis does not give it.</summary>
    Contradicts,
}
