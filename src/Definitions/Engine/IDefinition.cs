namespace ParityNet.Definitions.Engine;

/// <summary>The definition of one op. It is found by the spec that it is for.</summary>
interface IDefinition
{
    Type SpecType { get; }
}
