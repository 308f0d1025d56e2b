#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-monitor-choice.h"

#include <glib/gi18n.h>

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

/* What is not known is the same as what is empty. */
static gboolean
is_same (const char *one,
         const char *other)
{
  return is_empty (one) ? is_empty (other) : g_strcmp0 (one, other) == 0;
}

static gboolean
is_built_in (const CoachMonitorFacts *monitor)
{
  static const char *const prefixes[] = { "eDP", "LVDS", "DSI" };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (!is_empty (monitor->connector) && g_str_has_prefix (monitor->connector, prefixes[i]))
      return TRUE;
  return FALSE;
}

static guint
count_models (const CoachMonitorFacts *monitors,
              guint                    n_monitors,
              const char              *model)
{
  guint n = 0;

  for (guint i = 0; i < n_monitors; i++)
    n += is_same (monitors[i].model, model);
  return n;
}

/**
 * coach_monitor_choice_find:
 * @monitors: (array length=n_monitors): those that are there
 * @n_monitors: how many
 * @connector: where the chosen one was plugged in; empty for none
 * @model: what it is called; empty if that was not known
 *
 * Finds the monitor that was chosen. In another socket it is still the same one, if there is no
 * second one of its kind; another one in its socket is not.
 *
 * Returns: its index, or -1
 */
int
coach_monitor_choice_find (const CoachMonitorFacts *monitors,
                           guint                    n_monitors,
                           const char              *connector,
                           const char              *model)
{
  if (is_empty (connector) && is_empty (model))
    return -1;
  for (guint i = 0; i < n_monitors; i++)
    if (is_same (monitors[i].connector, connector) && is_same (monitors[i].model, model))
      return (int) i;
  if (is_empty (model) || count_models (monitors, n_monitors, model) != 1)
    return -1;
  for (guint i = 0; i < n_monitors; i++)
    if (is_same (monitors[i].model, model))
      return (int) i;
  return -1;
}

/**
 * coach_monitor_choice_describe:
 * @monitors: (array length=n_monitors): those that are there
 * @n_monitors: how many
 * @index: one of them
 *
 * Names a monitor so that it can be told from the others.
 *
 * Returns: (transfer full): a translated name
 */
char *
coach_monitor_choice_describe (const CoachMonitorFacts *monitors,
                               guint                    n_monitors,
                               guint                    index)
{
  const CoachMonitorFacts *monitor;

  g_return_val_if_fail (index < n_monitors, NULL);

  monitor = &monitors[index];
  if (is_built_in (monitor))
    return g_strdup (_("Built-in screen"));
  if (is_empty (monitor->model))
    return is_empty (monitor->connector) ? g_strdup_printf (_("Monitor %u"), index + 1)
                                         : g_strdup (monitor->connector);
  if (count_models (monitors, n_monitors, monitor->model) > 1 && !is_empty (monitor->connector))
    /* Translators: a monitor's name, and the socket it is plugged into, as in "Dell U2720Q (DP-1)" */
    return g_strdup_printf (_("%s (%s)"), monitor->model, monitor->connector);
  return g_strdup (monitor->model);
}
