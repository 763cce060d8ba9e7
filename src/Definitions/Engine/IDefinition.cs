namespace ParityNet.Definitions.Engine;

/// <summary>The definition of one op, found by the type of its spec.</summary>
interface IDefinition
{
    Type SpecType { get; }
}
