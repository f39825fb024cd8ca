"use strict";
// Draws what the server has counted; the page's numbers are there without it.
(() => {
  const main = document.getElementById("main");
  const style = getComputedStyle(document.documentElement);
  const probe = document.createElement("span");
  probe.hidden = true;
  main.append(probe);
  const colour = (name) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const faint = (rgb) => rgb.replace("rgb(", "rgba(").replace(")", ", 0.18)");
  const text = (name, value) => {
    const place = main.querySelector(`[data-text="${name}"]`);
    if (place && place.textContent !== value) place.textContent = value;
  };
  const duration = (seconds) => {
    if (seconds < 90) return `${Math.round(seconds)} s`;
    if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
    return seconds < 172800 ? `${(seconds / 3600).toFixed(1)} h` : `${Math.round(seconds / 86400)} d`;
  };
  const millis = (value) => (value < 0 ? "–" : value < 1000 ? `${value} ms` : `${(value / 1000).toFixed(1)} s`);
  const seconds = (iso) => {
    const parts = /^PT(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?$/.exec(iso);
    return parts ? (parts[1] ?? 0) * 3600 + (parts[2] ?? 0) * 60 + (parts[3] ?? 0) * 1 : Number(iso);
  };

  const charts = {};
  let span = [0, 1];
  const draw = (id, data, series, unit) => {
    const place = document.getElementById(id);
    const some = data.slice(1).some((values) => values.some((value) => value));
    place.hidden = !some;
    document.getElementById(`${id}-empty`).hidden = some;
    if (!some) return;
    if (charts[id]) {
      charts[id].setData(data);
      return;
    }
    const axis = { stroke: colour("--soft"), grid: { stroke: colour("--line"), width: 1 }, ticks: { show: false }, font: `12px ${style.getPropertyValue("--text")}` };
    charts[id] = new uPlot({
      width: place.clientWidth || 320, height: 220, legend: { show: false }, cursor: { show: false }, padding: [8, 8, 0, 0],
      scales: { x: { range: () => span }, y: { range: (_, low, high) => [0, Math.max(high * 1.1, 1)] } },
      axes: [{ ...axis, size: 28, values: "{HH}:{mm}" }, { ...axis, size: 62, values: (_, values) => values.map(unit) }],
      series: [{}, ...series.map((one) => ({ ...one, width: 1.5, points: { show: (_, index) => data[index].filter((value) => value !== null).length < 3 } }))],
    }, data, place);
    new ResizeObserver(() => charts[id].setSize({ width: place.clientWidth, height: 220 })).observe(place);
  };

  const cell = (value) => {
    const made = document.createElement("td");
    made.className = "number";
    made.textContent = value;
    return made;
  };

  const show = (figures) => {
    const times = figures.points.map((point) => point.at);
    span = [times[0], times[times.length - 1]];
    const approved = figures.points.map((point) => point.approved / 10);
    const held = figures.points.map((point, index) => approved[index] + point.held / 10);
    const rejected = figures.points.map((point, index) => held[index] + point.rejected / 10);
    const band = (name) => ({ stroke: colour(name), fill: faint(colour(name)) });
    draw("verdicts", [times, rejected, held, approved], [band("--bad"), band("--wait"), band("--good")], (value) => String(value));
    const known = (value) => (value < 0 ? null : value);
    draw("waits", [figures.waits.map((point) => point.at), ...["p50", "p95", "p99"].map((name) => figures.waits.map((point) => known(point.within[name])))],
      ["--good", "--wait", "--bad"].map((name) => ({ stroke: colour(name) })), millis);
    text("rate", figures.perSecond.toFixed(1));
    text("depth", figures.queue.comments >= 100000 ? "100,000 or more" : figures.queue.comments.toLocaleString("en"));
    text("age", duration(seconds(figures.queue.age)));
    text("p50", millis(figures.within.p50));
    text("p99", millis(figures.within.p99));
    text("lag", figures.lag.moderation < 0 ? "?" : figures.lag.moderation.toLocaleString("en"));
    text("degraded", figures.degraded.toLocaleString("en"));
    text("policy", figures.policy);
    text("hash", figures.policyHash.slice(0, 8));
    for (const reader of Object.keys(figures.lag)) text(`lag-${reader}`, figures.lag[reader] < 0 ? "not known" : figures.lag[reader].toLocaleString("en"));
    const rows = figures.rules.map((rule) => {
      const row = document.createElement("tr");
      const name = document.createElement("th");
      name.scope = "row";
      name.textContent = rule.rule;
      const reviews = rule.upheld + rule.overturned;
      row.append(name, cell((rule.recent / 60).toFixed(1)), cell(rule.hits.toLocaleString("en")), cell(reviews.toLocaleString("en")),
        cell(reviews ? `${Math.round((100 * rule.overturned) / reviews)} %` : "–"));
      return row;
    });
    document.getElementById("rules").replaceChildren(...rows);
    const campaigns = figures.campaigns.map((campaign) => {
      const item = document.createElement("li");
      const chip = document.createElement("span");
      chip.className = "chip";
      const site = document.createElement("bdi");
      site.textContent = campaign.site;
      chip.append(site, ` ${campaign.comments} comments by ${campaign.authors} authors`);
      item.append(chip);
      return item;
    });
    const none = Object.assign(document.createElement("li"), { className: "soft small", textContent: "None." });
    document.getElementById("campaigns").replaceChildren(...(campaigns.length ? campaigns : [none]));
    if (rows.length) document.getElementById("rules-empty")?.remove();
  };

  const pulse = (on, words) => {
    document.getElementById("pulse").classList.toggle("on", on);
    document.getElementById("as-of-text").textContent = words;
  };
  show(JSON.parse(main.dataset.figures));
  const stream = new EventSource("/console/live/stream");
  stream.addEventListener("open", () => pulse(true, "live"));
  stream.addEventListener("error", () => pulse(false, "the connection is lost; these figures are old"));
  stream.addEventListener("figures", (event) => {
    pulse(true, `live, ${new Date().toLocaleTimeString("en", { hourCycle: "h23" })}`);
    show(JSON.parse(event.data));
  });
})();
