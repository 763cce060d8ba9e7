namespace ParityNet.Definitions.Engine;

/// <summary>A part of an op that depends on few elements: the indices of the elements it reads and of the outputs it computes.</summary>
/// <param name="Elements">For each argument name, the indices of the elements that the group reads.</param>
/// <param name="Outputs">The indices of the elements of the unreduced value that the group computes.</param>
/// <param name="Label">The right class of a row, if the target holds class indices.</param>
/// <param name="Labels">The right classes of a row, if the target lists several.</param>
sealed record OutputGroup(IReadOnlyList<(string Name, int[] Elements)> Elements, int[] Outputs, int? Label = null, int[]? Labels = null)
{
    const string Second = " again";

    /// <summary>The indices of the elements of one argument; empty if the group does not read it.</summary>
    public int[] this[string name]
    {
        get
        {
            foreach ((string candidate, int[] elements) in Elements)
            {
                if (candidate == name)
                    return elements;
            }

            return [];
        }
    }

    /// <summary>The name under which a group reads an argument a second time.</summary>
    public static string Again(string operand) => operand + Second;

    /// <summary>The argument that is read under a name.</summary>
    public static string OperandOf(string reading) => reading.EndsWith(Second, StringComparison.Ordinal) ? reading[..^Second.Length] : reading;
}
