using System.Collections.Immutable;

namespace ParityNet.References;

/// <summary>A library whose own API is held against the definitions of the ops that it offers.</summary>
public interface IReferenceLibrary
{
    /// <summary>The library's name.</summary>
    string Name { get; }

    /// <summary>Its version.</summary>
    string Version { get; }

    /// <summary>The members that are held against definitions.</summary>
    ImmutableArray<Reference> References { get; }

    /// <summary>Where it is known to differ from PyTorch.</summary>
    ImmutableArray<ReferenceFinding> Findings { get; }
}
