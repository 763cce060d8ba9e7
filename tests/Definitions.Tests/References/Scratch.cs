using Xunit;
namespace ParityNet.Definitions.Tests.References;
public sealed class Scratch(ITestOutputHelper output)
{
    [Theory]
    [InlineData("losses.jsonl")]
    [InlineData("activations.jsonl")]
    [InlineData("optimizers.jsonl")]
    public void Scan(string file)
    {
        var stats = new SortedDictionary<string, (int n, int bad, int vac, List<double> w)>();
        int refused = 0;
        using var log = new StreamWriter($"/tmp/defs_{file}.txt");
        foreach (Reference r in Reference.Read(file))
        {
            if (r.IsRefused) { refused++; continue; }
            string key = r.Name + (r.IsDouble ? " f64" : " f32");
            List<Element> all;
            try { all = [.. ReferenceCheck.Of(r)]; }
            catch (Exception e) { log.WriteLine($"THROW {r.Case}: {e.GetType().Name} {e.Message} {e.StackTrace?.Split('\n').FirstOrDefault()}"); continue; }
            if (!stats.TryGetValue(key, out var s)) s = (0, 0, 0, []);
            foreach (Element e in all)
            {
                s.n++; if (!e.IsInside) { s.bad++; log.WriteLine(e); }
                if (e.IsVacuous) s.vac++;
                s.w.Add(e.Width);
            }
            stats[key] = s;
        }
        foreach (var (k, s) in stats)
        {
            s.w.Sort();
            string line = $"{k,-45} n={s.n,7} outside={s.bad,5} vacuous={s.vac,5} median={(s.w.Count > 0 ? s.w[s.w.Count / 2] : 0):F2} p95={(s.w.Count > 0 ? s.w[(int)(s.w.Count * 0.95)] : 0):F2}";
            log.WriteLine("STAT " + line);
        }
        output.WriteLine("refused " + refused);
    }
}
