import { AddVehicle, GiveDeviceKey, type Vehicle } from '@loa/contract/vehicles'
import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { call } from '../api.ts'
import { dayWords } from '../shell/format.ts'
import { Trouble } from '../shell/trouble.tsx'
import { useWords } from '../words/language.tsx'
import { vehicleWords } from '../words/vehicles.ts'

export const VehicleLine = ({ vehicle, mayChange }: { vehicle: Vehicle; mayChange: boolean }) => {
  const t = useWords(vehicleWords)
  const cache = useQueryClient()
  const key = useMutation({
    mutationFn: () => call(GiveDeviceKey, { params: { id: vehicle.id } }),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['vehicles'] }),
  })
  return (
    <li>
      <Link to="/vehicles" search={{ vehicle: String(vehicle.id) }}>
        <b>{vehicle.plate}</b> <span lang="vi">{vehicle.name}</span>
      </Link>
      <span className="meta" lang="vi">
        {vehicle.unit.name} ·{' '}
        {vehicle.endedOn ? t.ended(dayWords(vehicle.endedOn)) : t.upcoming(vehicle.tasks)}
      </span>
      <span className="small">
        {t.device}: {vehicle.hasDevice ? t.hasDevice : t.noDevice}
      </span>
      {mayChange && (
        <Button
          size="xs"
          variant="default"
          loading={key.isPending}
          aria-label={`${t.giveKey}: ${vehicle.plate}`}
          onClick={() => key.mutate()}
        >
          {t.giveKey}
        </Button>
      )}
      {key.data && (
        <div className="note ok" role="status">
          <div>
            <p>{t.keyHelp}</p>
            <p>
              {t.keyServer}: <code>{`${window.location.origin}${key.data.path}`}</code>
            </p>
            <p>
              {t.keyId}: <code>{key.data.key}</code>
            </p>
          </div>
        </div>
      )}
      {key.error && <Trouble error={key.error} />}
    </li>
  )
}

export const AddVehicleForm = () => {
  const t = useWords(vehicleWords)
  const cache = useQueryClient()
  const [plate, setPlate] = useState('')
  const [name, setName] = useState('')
  const add = useMutation({
    mutationFn: () => call(AddVehicle, { body: { plate, name } }),
    onSuccess: async () => {
      setPlate('')
      setName('')
      await cache.invalidateQueries({ queryKey: ['vehicles'] })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate()
  }
  return (
    <form className="drive-form" onSubmit={submit}>
      <TextInput
        label={t.plate}
        description={t.plateHelp}
        required
        minLength={4}
        maxLength={20}
        value={plate}
        onChange={(event) => setPlate(event.currentTarget.value)}
      />
      <TextInput
        label={t.name}
        description={t.nameHelp}
        required
        minLength={2}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button className="wide" type="submit" variant="default" loading={add.isPending}>
        {t.add}
      </Button>
      {add.error && (
        <div className="wide">
          <Trouble error={add.error} />
        </div>
      )}
    </form>
  )
}
