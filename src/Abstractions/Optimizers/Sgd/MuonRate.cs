namespace ParityNet.Optimizers;

/// <summary>How Muon adjusts the learning rate to the shape of a matrix of A rows and B columns.</summary>
public enum MuonRate
{
    /// <summary><c>η·√max(1, A/B)</c>.</summary>
    Original,

    /// <summary><c>0.2η·√max(A, B)</c>, so that the root mean square of a step is about AdamW's.</summary>
    [Option("match_rms_adamw")]
    MatchRmsAdamW,
}
