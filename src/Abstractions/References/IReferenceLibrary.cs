using System.Collections.Immutable;

namespace ParityNet.References;

/// <summary>A library whose own API is compared with the definitions of the ops that it offers.</summary>
public interface IReferenceLibrary
{
    /// <summary>The library's name.</summary>
    string Name { get; }

    /// <summary>Its version.</summary>
    string Version { get; }

    /// <summary>The members that are compared with definitions.</summary>
    ImmutableArray<Reference> References { get; }

    /// <summary>The known differences from PyTorch.</summary>
    ImmutableArray<ReferenceFinding> Findings { get; }
}
