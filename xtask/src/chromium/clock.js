// A clock that runs as the real one, only `ahead` milliseconds elsewhere in time. Setting it twice changes nothing.
(ahead) => {
  if (Date.ahead === ahead) return;
  const Real = Date;

  // The browser's alarms ring by the real clock: an instant is told them in its time, and read back in ours.
  // In a worker they come after us, so they are looked for whenever the time is asked.
  let wound = false;
  const wind = () => {
    const alarms = wound ? null : globalThis.chrome?.alarms;
    if (!alarms) return;
    wound = true;
    const { create, get, getAll } = alarms;
    const ours = (alarm) => alarm && { ...alarm, scheduledTime: alarm.scheduledTime + ahead };
    alarms.create = (name, how) => create(name, how.when === undefined ? how : { ...how, when: how.when - ahead });
    alarms.get = async (name) => ours(await get(name));
    alarms.getAll = async () => (await getAll()).map(ours);
  };

  const now = () => {
    wind();
    return Real.now() + ahead;
  };
  globalThis.Date = new Proxy(Real, {
    construct: (_, given, to) => Reflect.construct(Real, given.length ? given : [now()], to),
    apply: () => new globalThis.Date().toString(),
    get: (_, name) => (name === 'now' ? now : name === 'ahead' ? ahead : Real[name]),
  });
  wind();
}
