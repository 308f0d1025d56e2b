#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include "coach-reader-private.h"

/* What the values that a walk comes by have to be. */

static gboolean
holds (JsonNode *node,
       GType     type)
{
  GType held = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  return held == type || (type == G_TYPE_DOUBLE && held == G_TYPE_INT64);
}

/**
 * coach_reader_value_number:
 * @self: a walk
 * @minimum: the smallest that is right
 * @maximum: the largest
 *
 * Returns: the current value, or @minimum when it is wrong
 */
double
coach_reader_value_number (CoachReader *self,
                           double       minimum,
                           double       maximum)
{
  JsonNode *node = coach_reader_current (self);
  double value;

  if (node == NULL)
    return minimum;
  if (!holds (node, G_TYPE_DOUBLE))
    {
      coach_reader_fail (self, "must be a number");
      return minimum;
    }
  value = json_node_get_double (node);
  if (value >= minimum && value <= maximum)
    return value;
  coach_reader_fail (self, "is %g, must be %g to %g", value, minimum, maximum);
  return minimum;
}

/**
 * coach_reader_value_is_null:
 * @self: a walk
 *
 * Returns: whether the current value is null
 */
gboolean
coach_reader_value_is_null (CoachReader *self)
{
  JsonNode *node = coach_reader_current (self);

  return node == NULL || JSON_NODE_HOLDS_NULL (node);
}

/**
 * coach_reader_value_string:
 * @self: a walk
 *
 * Returns: (transfer none): the current value, or an empty string when it is wrong
 */
const char *
coach_reader_value_string (CoachReader *self)
{
  JsonNode *node = coach_reader_current (self);

  if (node != NULL && holds (node, G_TYPE_STRING))
    return json_node_get_string (node);
  coach_reader_fail (self, "must be a string");
  return "";
}

/**
 * coach_reader_value_point:
 * @self: a walk, at a list of three numbers
 * @limit: how far from 0 each may be
 *
 * Returns: the point
 */
CoachPoint
coach_reader_value_point (CoachReader *self,
                          double       limit)
{
  double xyz[3];

  if (coach_reader_length (self) != 3)
    coach_reader_fail (self, "must be a list of three numbers");
  for (guint i = 0; i < 3; i++)
    {
      coach_reader_enter_item (self, i);
      xyz[i] = coach_reader_value_number (self, -limit, limit);
      coach_reader_leave (self);
    }
  return coach_point (xyz[0], xyz[1], xyz[2]);
}

/* Enters a member that has to be there. */
static gboolean
enter_required (CoachReader *self,
                const char  *member)
{
  if (coach_reader_enter (self, member))
    return TRUE;
  coach_reader_fail (self, "\"%s\" is missing", member);
  return FALSE;
}

/**
 * coach_reader_number:
 * @self: a walk, at an object
 * @member: a name
 * @minimum: the smallest that is right
 * @maximum: the largest
 *
 * Returns: the number, or @minimum when it is missing or wrong
 */
double
coach_reader_number (CoachReader *self,
                     const char  *member,
                     double       minimum,
                     double       maximum)
{
  double value;

  if (!enter_required (self, member))
    return minimum;
  value = coach_reader_value_number (self, minimum, maximum);
  coach_reader_leave (self);
  return value;
}

/**
 * coach_reader_number_or:
 * @self: a walk, at an object
 * @member: a name
 * @minimum: the smallest that is right
 * @maximum: the largest
 * @fallback: what a missing member means
 *
 * Returns: the number, or @fallback when it is missing
 */
double
coach_reader_number_or (CoachReader *self,
                        const char  *member,
                        double       minimum,
                        double       maximum,
                        double       fallback)
{
  return coach_reader_has (self, member) ? coach_reader_number (self, member, minimum, maximum)
                                         : fallback;
}

/**
 * coach_reader_string:
 * @self: a walk, at an object
 * @member: a name
 *
 * Returns: (transfer none): the string, or an empty one when it is missing or wrong
 */
const char *
coach_reader_string (CoachReader *self,
                     const char  *member)
{
  const char *value;

  if (!enter_required (self, member))
    return "";
  value = coach_reader_value_string (self);
  coach_reader_leave (self);
  return value;
}

/**
 * coach_reader_string_or:
 * @self: a walk, at an object
 * @member: a name
 * @fallback: (nullable): what a missing member means
 *
 * Returns: (transfer none) (nullable): the string, or @fallback when it is missing
 */
const char *
coach_reader_string_or (CoachReader *self,
                        const char  *member,
                        const char  *fallback)
{
  return coach_reader_has (self, member) ? coach_reader_string (self, member) : fallback;
}

/**
 * coach_reader_boolean_or:
 * @self: a walk, at an object
 * @member: a name
 * @fallback: what a missing member means
 *
 * Returns: the truth value, or @fallback when it is missing
 */
gboolean
coach_reader_boolean_or (CoachReader *self,
                         const char  *member,
                         gboolean     fallback)
{
  gboolean value = fallback;

  if (!coach_reader_enter (self, member))
    return fallback;
  if (holds (coach_reader_current (self), G_TYPE_BOOLEAN))
    value = json_node_get_boolean (coach_reader_current (self));
  else
    coach_reader_fail (self, "must be true or false");
  coach_reader_leave (self);
  return value;
}

/**
 * coach_reader_point:
 * @self: a walk, at an object
 * @member: a name
 * @limit: how far from 0 each number may be
 *
 * Returns: the point, or 0 when it is missing or wrong
 */
CoachPoint
coach_reader_point (CoachReader *self,
                    const char  *member,
                    double       limit)
{
  CoachPoint point;

  if (!enter_required (self, member))
    return coach_point (0, 0, 0);
  point = coach_reader_value_point (self, limit);
  coach_reader_leave (self);
  return point;
}

/**
 * coach_reader_point_or:
 * @self: a walk, at an object
 * @member: a name
 * @limit: how far from 0 each number may be
 * @fallback: what a missing member means
 *
 * Returns: the point, or @fallback when it is missing
 */
CoachPoint
coach_reader_point_or (CoachReader *self,
                       const char  *member,
                       double       limit,
                       CoachPoint   fallback)
{
  return coach_reader_has (self, member) ? coach_reader_point (self, member, limit) : fallback;
}
