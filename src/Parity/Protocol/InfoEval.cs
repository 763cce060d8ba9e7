using System.Text.Json;

namespace ParityNet.Parity;

/// <summary>Answers requests about the backend: its version and its ops.</summary>
static class InfoEval
{
    public static void Respond(IBackend backend, EvalRequest request, Utf8JsonWriter writer)
    {
        request.Allow();
        BackendInfo info = backend.Info;
        writer.WriteString("name", info.Name);
        writer.WriteString("version", info.Version);
        writer.WriteString("build", info.Build);
        writer.WriteStartArray("instruction_sets");
        foreach (string set in info.InstructionSets)
            writer.WriteStringValue(set);
        writer.WriteEndArray();
        writer.WriteNumber("threads", info.Threads);
        writer.WriteStartObject("ops");
        foreach (IGrouping<OpKind, OpEntry> kind in Catalog.All.Where(entry => entry.IsIn(backend)).GroupBy(entry => entry.Kind))
        {
            writer.WriteStartArray(kind.Key.ToString().ToLowerInvariant());
            foreach (OpEntry entry in kind)
                writer.WriteStringValue(entry.Name);
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
    }
}
