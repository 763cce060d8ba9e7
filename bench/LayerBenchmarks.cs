using ParityNet.Parity;

namespace ParityNet.Bench;

/// <summary>Value and gradient of every layer.</summary>
public class LayerBenchmarks() : FunctionBenchmarks(OpKind.Layer);
